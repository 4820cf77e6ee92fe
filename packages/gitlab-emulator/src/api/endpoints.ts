import { Endpoint } from './endpoint';
import { adminTokenEndpoints } from './adminToken';
import { deployTokenEndpoints } from './deployTokens';
import { groupContentEndpoints } from './groupContents';
import { groupEndpoints } from './groups';
import { impersonationTokenEndpoints } from './impersonationTokens';
import { memberChangeEndpoints } from './memberChanges';
import { memberEndpoints } from './members';
import { metadataEndpoints } from './metadata';
import { namespaceEndpoints } from './namespaces';
import { personalAccessTokenEndpoints } from './personalAccessTokens';
import { projectEndpoints } from './projects';
import { branchEndpoints } from './repository/branches';
import { commitEndpoints } from './repository/commits';
import { fileEndpoints } from './repository/files';
import { mergeRequestChangeEndpoints } from './repository/mergeRequestChanges';
import { mergeRequestEndpoints } from './repository/mergeRequests';
import { resourceAccessTokenEndpoints } from './resourceAccessTokens';
import { resourceTokenRotationEndpoints } from './resourceTokenRotation';
import { selfTokenEndpoints } from './selfTokens';
import { serviceAccountTokenEndpoints } from './serviceAccountTokens';
import { serviceAccountEndpoints } from './serviceAccounts';
import { userTokenEndpoints } from './userTokens';
import { userEndpoints } from './users';
import { variableEndpoints } from './variables';

/** The whole API. Of two paths that fit a request, the first counts. */
export const endpoints: readonly Endpoint[] = [
  ...selfTokenEndpoints,
  ...personalAccessTokenEndpoints,
  ...userTokenEndpoints,
  ...impersonationTokenEndpoints,
  ...resourceAccessTokenEndpoints,
  ...resourceTokenRotationEndpoints,
  ...deployTokenEndpoints,
  ...adminTokenEndpoints,
  ...serviceAccountEndpoints,
  ...serviceAccountTokenEndpoints,
  ...variableEndpoints,
  ...memberEndpoints,
  ...memberChangeEndpoints,
  ...groupEndpoints,
  ...groupContentEndpoints,
  ...namespaceEndpoints,
  ...projectEndpoints,
  ...fileEndpoints,
  ...branchEndpoints,
  ...commitEndpoints,
  ...mergeRequestEndpoints,
  ...mergeRequestChangeEndpoints,
  ...userEndpoints,
  ...metadataEndpoints,
];
