/** The first bytes of a workbook of 2003, which is an OLE container: enough to know it by. */
export const oldWorkbook = () =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2_048)]);
