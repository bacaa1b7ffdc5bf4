import { refuse, type Refusal } from '../kernel/refusal';

/** R2 of practice.md §6: at least 10 signs of 3 of 4 classes; the longest accepted is far above any limit of the hash. */
export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/];

// What the lists of stolen passwords are made of, here and elsewhere: words, walks over the keyboard, counting.
const COMMON = [
  'password',
  'passwd',
  'admin',
  'welcome',
  'letmein',
  'iloveyou',
  'qingshan',
  'woaini',
  '5201314',
  '12345',
  'abc123',
  'abcd1234',
  'a1b2c3',
  'qwer',
  'asdf',
  'zxcv',
  '1qaz',
  'zaq1',
];

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
};

/** `P@ssw0rd` and `pass-word` are `password` still. */
const readings = (password: string): string[] => {
  const plain = password.toLowerCase();
  const spelled = [...plain].map((sign) => LOOKS_LIKE[sign] ?? sign).join('');
  return [plain, spelled].flatMap((text) => [text, text.replace(/[^a-z0-9]/g, '')]);
};

const isCommon = (password: string): boolean =>
  /(.)\1{4}/u.test(password) ||
  readings(password).some((reading) => COMMON.some((word) => reading.includes(word)));

/** Why a new password is not good enough, or null. */
export const passwordRefusal = (password: string, username: string): Refusal | null => {
  const because = (why: string) => refuse('weak-password', { why, min: PASSWORD_MIN_LENGTH });
  if (password.length < PASSWORD_MIN_LENGTH) return because('short');
  if (password.length > PASSWORD_MAX_LENGTH) return because('long');
  if (CLASSES.filter((kind) => kind.test(password)).length < 3) return because('classes');
  if (password.toLowerCase().includes(username.toLowerCase())) return because('name');
  if (isCommon(password)) return because('common');
  return null;
};
