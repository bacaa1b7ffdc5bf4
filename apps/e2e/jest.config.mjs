import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig({ displayName: 'e2e' });
