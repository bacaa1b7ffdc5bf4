import { setSingleKeys } from '../ui/single-keys';
import { recall, remember } from './remembered';

const OFF = 'off';

export const startSingleKeys = (): void => setSingleKeys(recall('singleKeys') !== OFF);

export const chooseSingleKeys = (on: boolean): void => {
  remember('singleKeys', on ? 'on' : OFF);
  setSingleKeys(on);
};
