import type { Messages } from '../en/index.ts';
import common from './common.json';

const messages: Messages = { ...common };

export default messages;
