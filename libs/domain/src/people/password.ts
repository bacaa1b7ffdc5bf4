import { refuse, type Refusal } from '../kernel/refusal';

/** R2 of practice.md §6: at least 10 signs of 3 of 4 classes; the longest accepted is far above any limit of the hash. */
export const PASSWORD_MIN_LENGTH = 10;
const PASSWORD_MAX_LENGTH = 128;

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/];

const COMMON = [
  'password',
  'qwerty',
  '123456',
  'admin',
  'letmein',
  'iloveyou',
  'qingshan',
  'welcome',
  'abc123',
  'woaini',
];

/** Why a new password is not good enough, or null. */
export const passwordRefusal = (password: string, username: string): Refusal | null => {
  const plain = password.toLowerCase();
  const because = (why: string) => refuse('weak-password', { why, min: PASSWORD_MIN_LENGTH });
  if (password.length < PASSWORD_MIN_LENGTH) return because('short');
  if (password.length > PASSWORD_MAX_LENGTH) return because('long');
  if (CLASSES.filter((kind) => kind.test(password)).length < 3) return because('classes');
  if (plain.includes(username.toLowerCase())) return because('name');
  if (COMMON.some((word) => plain.includes(word))) return because('common');
  return null;
};
