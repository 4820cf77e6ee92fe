import {
  AuditorService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EnvironmentCatalog } from '../operations/EnvironmentCatalog';
import { Authorizer } from './Authorizer';
import { ChangeAudit } from './ChangeAudit';
import { TokenAuthorizer } from './TokenAuthorizer';
import { TokenListing } from './TokenListing';
import { TokenOperations } from './TokenOperations';

/** What the API stands on. */
export interface RouterOptions {
  environments: Pick<EnvironmentCatalog, 'list' | 'get'>;
  tokens: TokenListing;
  operations: TokenOperations;
  /** The catalog, asked with the credentials of whoever asks here. */
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  authorizer: Authorizer;
  permissionsRegistry: PermissionsRegistryService;
  auditor: AuditorService;
  now: () => Date;
}

/** What the routes need. */
export interface RouterParts
  extends Omit<RouterOptions, 'permissionsRegistry' | 'auditor'> {
  tokenAuthorizer: TokenAuthorizer;
  audit: ChangeAudit;
}
