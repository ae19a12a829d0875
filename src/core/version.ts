/** Raised by every change that alters what a recorded game does. A record of another version is never replayed silently. */
export const RULES_VERSION = 3;
