import { expect, test } from '@jest/globals';
import { aJpeg, aPng } from './pictures.testing';
import { mediaTypeOf } from './media-type';

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
  ['a PDF', bytesOf('%PDF-1.7\n…'), 'application/pdf'],
  ['a photo', aJpeg(4000, 3000), 'image/jpeg'],
  ['a picture', aPng(800, 600), 'image/png'],
] as const)('%s is known by its bytes', (_, bytes, type) => expect(mediaTypeOf(bytes)).toBe(type));

test.each([
  ['nothing at all', new Uint8Array()],
  ['a program', bytesOf('MZ\u0090\u0000\u0003')],
  ['a page', bytesOf('<html><script>alert(1)</script>')],
  ['a drawing that may run', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['an archive', bytesOf('PK\u0003\u0004…PK\u0005\u0006')],
  ['a PDF that is an archive too', bytesOf(`%PDF-1.7\n…PK\u0005\u0006${'\u0000'.repeat(18)}`)],
  ['a PDF behind something else', bytesOf('x%PDF-1.7')],
  ['a photo that unfolds to gigabytes', aJpeg(60_000, 60_000)],
  ['a picture that unfolds to gigabytes', aPng(60_000, 60_000)],
  ['a picture without a size', aPng(0, 100)],
  ['half a photo', aJpeg(4000, 3000).slice(0, 8)],
  ['half a picture', aPng(100, 100).slice(0, 20)],
  ['a photo that leads nowhere', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
] as const)('%s is not taken in (S37, S38)', (_, bytes) => expect(mediaTypeOf(bytes)).toBeNull());
