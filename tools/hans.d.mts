/** A text in Simplified Chinese as it is written on the mainland. */
export function simplified(text: string): string;

/** Every file in Simplified Chinese as it ought to be, by its path from the root of the project. */
export function simplifiedFiles(): { path: string; text: string }[];
