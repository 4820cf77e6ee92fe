import { Moment } from './issueToken';
import { Token } from './entities';
import { isActive } from './tokenState';

/** Revokes every active token that came of this one by rotation, however many rotations lie between. */
export function revokeDescendants({ state, now }: Moment, token: Token): void {
  const family = new Set([token]);
  for (const member of family) {
    state.tokens
      .allBy('previous', member.id)
      .forEach(successor => family.add(successor));
  }
  family.delete(token);
  for (const descendant of family) {
    if (isActive(descendant, now)) {
      descendant.revoked = true;
    }
  }
}
