/** In tests a class of a CSS module is named as it is written. */
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : name) });
