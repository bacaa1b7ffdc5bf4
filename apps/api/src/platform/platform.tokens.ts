/** What was read from the environment. */
export const ENV = Symbol('ENV');
