import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useApi } from '@backstage/core-plugin-api';
import {
  ownerTypeOf,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsync from 'react-use/esm/useAsync';
import { gitlabTokensApiRef } from '../../api';
import { useWords } from '../../hooks/useWords';

/** What the token will belong to. The owners of the inventory are offered, others can be typed. */
export function OwnerField(props: {
  id: string;
  environment: string;
  kind: TokenKind;
  value: string;
  onChange: (owner: string) => void;
  error?: string;
}) {
  const { id, environment, kind, value, onChange, error } = props;
  const api = useApi(gitlabTokensApiRef);
  const { t } = useWords();
  const type = ownerTypeOf(kind);
  const { value: owners } = useAsync(
    async () => (await api.listOwners({ environment })).items,
    [api, environment],
  );
  const paths = (owners ?? []).flatMap(item =>
    item.environment === environment && item.owner.type === type
      ? item.owner.path ?? []
      : [],
  );
  return (
    <Autocomplete
      id={id}
      // Material UI names its list by what an older version of ARIA had
      aria-controls={`${id}-popup`}
      freeSolo
      options={[...new Set(paths)].sort()}
      inputValue={value}
      // It resets the text when it appears, before anybody has chosen anything
      onInputChange={(_, text, reason) =>
        (reason !== 'reset' || text !== '') && onChange(text)
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          size="small"
          label={t('issueDialog.owner')}
          error={error !== undefined}
          helperText={error ?? t(`issueDialog.ownerHint.${type}`)}
        />
      )}
    />
  );
}
