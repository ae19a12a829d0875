/** All messages in English; every other language has the same keys (a test holds them to it). */
import common from './common.json';

const messages = { ...common };

export type MessageKey = keyof typeof messages;
export type Messages = Readonly<Record<MessageKey, string>>;
export default messages;
