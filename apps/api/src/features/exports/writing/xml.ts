const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Text in XML. A carriage return keeps its kind; control signs, which XML 1.0 cannot hold, become the sign for such. */
export const xmlText = (text: string): string =>
  escaped(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')).replaceAll(
    '\r',
    '&#13;',
  );

/**
 * Text in a cell of a workbook, which has its own way of writing signs that XML lacks (ECMA-376, ST_Xstring); what looks
 * like that way is itself written so.
 */
export const cellText = (text: string): string =>
  escaped(
    text
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .replace(
        /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
        (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      ),
  );
