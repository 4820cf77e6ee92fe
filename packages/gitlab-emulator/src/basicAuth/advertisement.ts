import { Project } from '../state/entities';
import { Repository } from '../repository/Repository';

const FLUSH = '0000';
const NO_OBJECT = '0'.repeat(40);
const CAPABILITIES =
  'multi_ack thin-pack side-band side-band-64k ofs-delta shallow no-progress include-tag multi_ack_detailed no-done';

/** The branches of a repository as Git's smart HTTP protocol (version 0) announces them to those who want to fetch. */
export function advertiseRefs(
  repository: Repository,
  { defaultBranch }: Project,
): string {
  const head = repository.branches.get(defaultBranch);
  const branches = [...repository.branches]
    .map(([name, id]) => [`refs/heads/${name}`, id])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const refs = head === undefined ? branches : [['HEAD', head], ...branches];
  const capabilities = [
    CAPABILITIES,
    ...(head === undefined ? [] : [`symref=HEAD:refs/heads/${defaultBranch}`]),
    'object-format=sha1 agent=gitlab-emulator',
  ].join(' ');
  const [[name, id], ...others] =
    refs.length > 0 ? refs : [['capabilities^{}', NO_OBJECT]];
  return [
    packetLine('# service=git-upload-pack\n'),
    FLUSH,
    packetLine(`${id} ${name}\0${capabilities}\n`),
    ...others.map(([ref, commit]) => packetLine(`${commit} ${ref}\n`)),
    FLUSH,
  ].join('');
}

/** Four hexadecimal digits of the length in bytes, themselves included, and the text. */
function packetLine(text: string): string {
  const length = Buffer.byteLength(text) + 4;
  return length.toString(16).padStart(4, '0') + text;
}
