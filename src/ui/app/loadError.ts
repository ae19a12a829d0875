/** What went wrong with a file: shown as text, never as markup. */
export class LoadError extends Error {
  readonly file: string;
  readonly details: readonly string[];

  constructor(file: string, message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'LoadError';
    this.file = file;
    this.details = details;
  }
}
