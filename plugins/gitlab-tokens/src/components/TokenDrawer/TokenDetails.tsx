import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ReactNode } from 'react';
import { useWords } from '../../hooks/useWords';
import { forbiddenScopes } from '../../model/policyBreaches';
import { tokenSettingsUrl } from '../../model/settingsUrl';
import { environmentsRouteRef } from '../../routes';
import { tokenSubject } from '../../words/tokens';
import { ScopeChips } from '../EnvironmentCard/ScopeChips';
import { LabelledSection } from '../LabelledSection';
import { StateBadge } from '../StateBadge';
import { TokenBreaches } from './TokenBreaches';
import { TokenExpiry } from './TokenExpiry';
import { TokenFacts } from './TokenFacts';
import { TokenOperations } from './TokenOperations';

const useStyles = makeStyles(
  theme => ({
    details: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      fontFamily: theme.typography.fontFamily,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GitlabTokensTokenDetails' },
);

function GitlabLink(props: {
  token: ManagedToken;
  environment: Environment | undefined;
}) {
  const { token, environment } = props;
  const { t } = useWords();
  const { kind, owner, username } = token;
  // GitLab's page of personal tokens is always that of whoever looks at it
  const url =
    environment?.webUrl && kind !== 'personal'
      ? tokenSettingsUrl({
          webUrl: environment.webUrl,
          kind,
          ownerPath: owner.path,
          username,
        })
      : null;
  return url ? (
    <Link to={url} externalLinkIcon>
      {t('card.openSettings')}
    </Link>
  ) : null;
}

/**
 * Everything about one token.
 *
 * @param props - `children`: what can be done with it, which stands below its state
 */
export function TokenDetails(props: {
  token: ManagedToken;
  environments: readonly Environment[];
  now: Date;
  children: ReactNode;
}) {
  const { token, environments, now } = props;
  const classes = useStyles();
  const { t } = useWords();
  const environmentsPath = useRouteRef(environmentsRouteRef)();
  const environment = environments.find(
    ({ name }) => name === token.environment,
  );
  const forbidden = forbiddenScopes(token.scopes, environment?.policy ?? {});
  return (
    <div className={classes.details}>
      <div>
        <StateBadge environment={tokenSubject(token, environment)} />
      </div>
      {props.children}
      <TokenExpiry token={token} environment={environment} />
      <TokenFacts
        token={token}
        environments={environments}
        environmentsPath={environmentsPath}
        now={now}
      />
      <LabelledSection
        id="gitlab-tokens-details-scopes"
        label={t('credential.scopes')}
      >
        <ScopeChips
          scopes={token.scopes.map(scope => ({
            scope,
            mark: forbidden.includes(scope) ? 'surplus' : 'granted',
          }))}
          labelledBy="gitlab-tokens-details-scopes"
        />
      </LabelledSection>
      {environment && <TokenBreaches token={token} environment={environment} />}
      <TokenOperations token={token} now={now} />
      <GitlabLink token={token} environment={environment} />
    </div>
  );
}
