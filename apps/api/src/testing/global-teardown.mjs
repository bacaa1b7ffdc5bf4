export default () => globalThis.closeTestDatabases();
