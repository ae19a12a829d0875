/** A seed that people can read to each other. */
export function newSeed(random: () => number = Math.random): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 8 }, () => letters[Math.floor(random() * letters.length)]).join('');
}
