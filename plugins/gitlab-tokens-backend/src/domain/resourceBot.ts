/** GitLab's names of the bots that it makes for group and project tokens, with hexadecimal ends since 15.x. */
const RESOURCE_BOT = /^(group|project)_(\d+)_bot(\d*|_[0-9a-f]+)$/;

/** The group or project whose token a bot belongs to, by the name that GitLab gave it; undefined for other users. */
export function ownerOfBot(
  username: string,
): { type: 'group' | 'project'; id: number } | undefined {
  const match = RESOURCE_BOT.exec(username);
  return match
    ? { type: match[1] as 'group' | 'project', id: Number(match[2]) }
    : undefined;
}
