import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { damaged } from './archive.ts';
import type { Archive } from './archive.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is done with the elements of a part. Names come without their prefix: `x:row` is `row`. */
export interface ElementHandler {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads a part of the workbook as XML, piece by piece, so that only what the handler keeps stays in memory.
 * Whatever is not well-formed UTF-8 XML is damage; a document type, which no workbook has, is refused with its entities.
 */
export async function readXml(archive: Archive, part: string, handler: ElementHandler): Promise<void> {
  const fail = (cause: Error): never => {
    throw damaged(archive.file, part, cause);
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', fail);
  parser.on('doctype', () => fail(new Error('document type')));
  const { open, close, text } = handler;
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (error) {
      throw damaged(archive.file, part, error);
    }
  };
  for await (const chunk of archive.read(part)) parser.write(decode(chunk));
  parser.write(decode());
  parser.close();
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `1` and `true` are how XML says yes. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
