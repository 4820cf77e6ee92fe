import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { OpenedSops } from './OpenedSops';
import { SopsError } from './SopsError';
import { readSopsBytes } from './sopsFileBytes';
import { openSops, SopsText, type OpenSopsTextOptions } from './SopsText';

/**
 * How to open a SOPS file.
 *
 * @public
 */
export interface OpenSopsFileOptions extends OpenSopsTextOptions {
  /**
   * The directory that the file must be in, symbolic links resolved. A relative path is taken from here. Without it
   * the path is the caller's responsibility.
   */
  readonly directory?: string;
}

/** How a caller named a file. */
interface FileOrigin {
  readonly name: string;
  readonly directory?: string;
}

const ORIGINS = new WeakMap<SopsFile, FileOrigin>();

/**
 * A decrypted and verified SOPS file. Printing, inspecting or serialising it shows path, digest and metadata only.
 *
 * @public
 */
export class SopsFile extends SopsText {
  /** The absolute path. */
  readonly path: string;
  /** SHA-256 of the bytes that were read, in hexadecimal: changes whenever the file does. */
  readonly digest: string;

  /** @internal */
  constructor(opened: OpenedSops, origin: FileOrigin) {
    super(opened);
    this.path = resolve(origin.directory ?? '', origin.name);
    this.digest = createHash('sha256').update(opened.text).digest('hex');
    ORIGINS.set(this, origin);
  }
}

/** Where a file was opened, for changing it. */
export function originOf(file: SopsFile): FileOrigin {
  return ORIGINS.get(file)!;
}

/**
 * Reads a SOPS YAML file once, decrypts it and verifies it. Nothing is returned unless the MAC is
 * right.
 *
 * @param path - absolute, or relative to `options.directory`
 * @throws SopsError; {@link isLocked} tells whether only the key is missing
 * @public
 */
export async function openSopsFile(
  path: string,
  options: OpenSopsFileOptions = {},
): Promise<SopsFile> {
  try {
    const { directory } = options;
    const absolute = resolve(directory ?? '', path);
    const text = decodeUtf8(await readSopsBytes(absolute, directory));
    return new SopsFile(await openSops(text, options), {
      name: path,
      directory,
    });
  } catch (error) {
    throw error instanceof SopsError ? error.inFile(path) : error;
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new SopsError('NOT_YAML', {
      what: 'it is not a text in UTF-8.',
      remedy: 'Restore it from version control.',
    });
  }
}
