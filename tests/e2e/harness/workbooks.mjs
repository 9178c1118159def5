// Spreadsheets made for journeys, part by part: what Excel and LibreOffice write, and what only somebody hostile does.

import { deflateRawSync } from "node:zlib";

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MIME_OF_ODS = "application/vnd.oasis.opendocument.spreadsheet";

/** A workbook of Excel: sheets as `[name, rows]`, rows of texts, numbers and days. */
export function xlsx(sheets) {
  return xlsxOf(sheets.map(([name, rows]) => [name, sheetData(rows)]));
}

/** The same with the XML inside `sheetData` for each sheet. */
export function xlsxOf(sheets, more = []) {
  const list = sheets.map(([name], i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${TYPE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipped([
    ["_rels/.rels", `<Relationships><Relationship Id="rId1" Type="${TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ["xl/workbook.xml", `<workbook><sheets>${list.join("")}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `<Relationships>${relations.join("")}</Relationships>`],
    // The second format is that of a day.
    ["xl/styles.xml", `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`],
    ...sheets.map(([, data], i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet><sheetData>${data}</sheetData></worksheet>`]),
    ...more,
  ]);
}

/** A workbook of LibreOffice with one sheet. */
export function ods(name, rows) {
  const cell = (value) => {
    if (typeof value === "number") return `<table:table-cell office:value-type="float" office:value="${value}"/>`;
    if (value instanceof Date) return `<table:table-cell office:value-type="date" office:date-value="${iso(value)}"/>`;
    return `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`;
  };
  const row = (cells) => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`;
  const table = `<table:table table:name="${escaped(name)}">${rows.map(row).join("")}</table:table>`;
  return zipped([
    ["mimetype", MIME_OF_ODS],
    ["META-INF/manifest.xml", "<manifest:manifest/>"],
    ["content.xml", `<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`],
  ]);
}

function sheetData(rows) {
  const DAY = 86_400_000;
  const cell = (value, place) => {
    if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
    if (value instanceof Date) return `<c r="${place}" s="1"><v>${value / DAY + 25_569}</v></c>`;
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const row = (cells, n) => `<row r="${n}">${cells.map((value, i) => cell(value, letter(i) + n)).join("")}</row>`;
  return rows.map((cells, i) => row(cells, i + 1)).join("");
}

const letter = (column) => String.fromCharCode(65 + column);
const iso = (date) => date.toISOString().slice(0, 10);
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A file of these parts, `[name, text or bytes]`, each deflated (APPNOTE.TXT 4.3). */
export function zipped(parts) {
  const [files, list] = [[], []];
  let offset = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), about, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(file);
    list.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), about, place, Buffer.from(name));
    offset += file.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}
