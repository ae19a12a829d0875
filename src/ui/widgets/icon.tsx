/** Line drawings, one path list each; they stand beside words, never instead of them. */

const PATHS = {
  clear:
    'M12 4v2M12 18v2M4 12h2M18 12h2M6.3 6.3l1.4 1.4M16.3 16.3l1.4 1.4M17.7 6.3l-1.4 1.4M7.7 16.3l-1.4 1.4M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  overcast: 'M7 18h10a3.6 3.6 0 0 0 .6-7.1A5.2 5.2 0 0 0 7.6 9.6 4.2 4.2 0 0 0 7 18',
  fog: 'M4 9h12M8 13h12M4 17h11M18 9h2M4 13h1',
  lightRain: 'M7 14h10a3.4 3.4 0 0 0 .5-6.7A5 5 0 0 0 7.8 6 4 4 0 0 0 7 14M9 17l-1 3M14 17l-1 3',
  heavyRain: 'M7 12h10a3.4 3.4 0 0 0 .5-6.7A5 5 0 0 0 7.8 4 4 4 0 0 0 7 12M7 15l-2 5M11 15l-2 5M15 15l-2 5M19 15l-2 5',
  dry: 'M3 17h18M6 13l3-3 3 2 4-4 3 3',
  wet: 'M3 18h18M12 4c2.6 3.2 4 5.4 4 7.2a4 4 0 0 1-8 0C8 9.4 9.4 7.2 12 4',
  mud: 'M3 19h18M4 15c2-2 4 0 6-1s2-3 5-2 3 3 5 3M8 7c1.4 1.7 2 2.7 2 3.6a2 2 0 0 1-4 0C6 9.7 6.6 8.7 8 7',
  undo: 'M8 5 4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3',
  redo: 'M16 5l4 4-4 4M20 9h-9a6 6 0 0 0 0 12h3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  layers: 'M12 4 3 9l9 5 9-5-9-5M3 14l9 5 9-5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  grid: 'M8 3 3 6v6l5 3 5-3V6L8 3M13 12v6l4 3 4-2v-6l-4-3-4 2',
  dice: 'M5 5h14v14H5zM9 9h.01M15 15h.01M15 9h.01M9 15h.01M12 12h.01',
  save: 'M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6',
  open: 'M4 19V6h6l2 2h8v11zM4 19l3-8h14',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  play: 'M8 5v14l11-7z',
  pause: 'M8 5v14M16 5v14',
  stepOn: 'M7 5v14l9-7zM19 5v14',
  stepBack: 'M17 5v14l-9-7zM5 5v14',
  phaseOn: 'M5 5v14l7-7zM12 5v14l7-7z',
  phaseBack: 'M19 5v14l-7-7zM12 5v14l-7-7z',
  turnOn: 'M3 5v14l7-7zM10 5v14l7-7zM19 5v14',
  turnBack: 'M21 5v14l-7-7zM14 5v14l-7-7zM5 5v14',
  first: 'M18 5v14l-9-7zM7 5v14M4 5v14',
  last: 'M6 5v14l9-7zM17 5v14M20 5v14',
  help: 'M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2M12 17.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  flask: 'M9 3h6M10 3v6l-5.5 9A2 2 0 0 0 6.2 21h11.6a2 2 0 0 0 1.7-3L14 9V3M7.5 15h9',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2',
  panel: 'M4 5h16v14H4zM14 5v14',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21',
  skip: 'M5 5l7 7-7 7M13 5l7 7-7 7',
  flag: 'M6 21V4M6 4l12 3-12 4',
  check: 'M5 12.5l4.5 4.5L19 7',
  warn: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.01',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  pen: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  right: 'M9 6l6 6-6 6',
  target: 'M12 4v4M12 16v4M4 12h4M16 12h4M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10',
  plane: 'M12 3v18M12 9 3 14M12 9l9 5M12 18l-4 3M12 18l4 3',
  crate: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  thought: 'M9 17h6M10 20h4M9.5 17c0-2.2-3-3.4-3-7a5.5 5.5 0 0 1 11 0c0 3.6-3 4.8-3 7',
  scroll: 'M7 4h11v12a3 3 0 0 1-3 3H6a3 3 0 0 0 3-3V6a2 2 0 0 0-2-2 2 2 0 0 0-2 2v2h4M12 9h3M12 13h3',
  people: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 20a5 5 0 0 1 10 0M16 11.5a2.6 2.6 0 1 0 0-5M15 15a4.6 4.6 0 0 1 6 4.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
