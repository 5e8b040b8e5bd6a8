const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Whether the first bytes are those of a zip archive. */
export const isWorkbook = (first: Uint8Array): boolean => ZIP.every((byte, index) => first[index] === byte);
