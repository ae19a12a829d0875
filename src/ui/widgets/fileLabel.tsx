/** A button that asks for a file of the reader's; the same file can be chosen again. */
import { Icon } from './icon.tsx';

interface Props {
  text: string;
  class?: string;
  onFile: (file: File) => void;
}

export function FileLabel({ text, class: more = '', onFile }: Props) {
  return (
    <label class={`button ${more}`.trim()}>
      <Icon name="open" /> {text}
      <input
        type="file"
        class="hush"
        accept=".json,application/json"
        onChange={(event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          if (file) onFile(file);
          input.value = '';
        }}
      />
    </label>
  );
}
