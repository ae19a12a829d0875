/** Every message file of this folder; a test holds them to the keys and gaps of the English ones. */
import type { Messages } from '../en/index.ts';

const files = import.meta.glob<Record<string, string>>('./*.json', { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(files)) as Messages;
