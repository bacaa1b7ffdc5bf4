declare const __VERSION__: string | undefined;

/** The version of the product, written into the bundle by its build; run from source it is the one being made. */
export const VERSION: string = typeof __VERSION__ === 'undefined' ? '0.0.0-dev' : __VERSION__;
