/** Colours and typefaces of the sheet, in one place. */
export const PAPER = '#f1ead6';
export const DESK = '#34302a';
export const INK = '#2b231b';
export const CONTOUR = '#9a6a3c';
export const WATER = '#7f9fb0';
export const WATER_EDGE = '#54788c';
export const ROAD = '#b5432e';
export const ROAD_EDGE = '#4a2a1d';
export const TRACK = '#6b4a33';
export const RAIL = '#33302e';
export const RIVER_INK = '#2f5a74';
export const CONTOUR_INK = '#7a4f28';
export const GRID = '#3c2f22';

export const SERIF = "'Palatino Linotype', Palatino, 'Book Antiqua', 'Liberation Serif', 'Times New Roman', serif";
export const SANS = "'Liberation Sans Narrow', 'Arial Narrow', 'Helvetica Neue', Arial, sans-serif";
export const HAN = "'Songti SC', 'Noto Serif CJK TC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif";
