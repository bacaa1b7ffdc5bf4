const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom and the few things of a browser that react-router and our code meet and jsdom leaves out. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, {
      TextEncoder,
      TextDecoder,
      Request,
      Response,
      Headers,
      fetch,
      structuredClone,
    });
  }
};
