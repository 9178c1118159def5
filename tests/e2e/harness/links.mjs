// Links made by hand, to be refused.

import { createDeflateRaw } from "node:zlib";

/** A link, sound in length and checksum, that would inflate to so many megabytes of blanks. */
export async function inflatingLink(megabytes) {
  const packed = await deflatedBlanks(megabytes);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(packed.length, 0);
  head.writeUInt32BE(crc32(Buffer.concat([Buffer.from("r1"), packed])), 4);
  return `r1${Buffer.concat([head, packed]).toString("base64url")}`;
}

async function deflatedBlanks(megabytes) {
  const block = Buffer.alloc(1 << 20, " ");
  const deflate = createDeflateRaw({ level: 9 });
  const pieces = [];
  deflate.on("data", (piece) => pieces.push(piece));
  const done = new Promise((resolve, reject) => deflate.on("end", resolve).on("error", reject));
  for (let n = 0; n < megabytes; n += 1) {
    if (!deflate.write(block)) await new Promise((resolve) => deflate.once("drain", resolve));
  }
  deflate.end();
  await done;
  return Buffer.concat(pieces);
}

/** CRC-32 as zip files have it. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
