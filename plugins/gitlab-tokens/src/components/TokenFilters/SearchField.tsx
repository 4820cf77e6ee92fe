import InputAdornment from '@material-ui/core/InputAdornment';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import SearchIcon from '@material-ui/icons/Search';
import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useWords } from '../../hooks/useWords';

const useStyles = makeStyles(
  { input: { textOverflow: 'ellipsis' } },
  { name: 'GitlabTokensSearchField' },
);

/** Milliseconds without a key before the backend is asked. */
const PATIENCE = 300;

/** A text to search for, passed on when the typing pauses. */
export function SearchField(props: {
  value: string;
  onSearch: (text: string) => void;
}) {
  const { value, onSearch } = props;
  const classes = useStyles();
  const { t } = useWords();
  const [text, setText] = useState(value);
  const passedOn = useRef(value);

  useEffect(() => {
    // Going back, or a link, searches for something else; what was passed on from here comes back as it is typed on
    if (value !== passedOn.current) {
      passedOn.current = value;
      setText(value);
    }
  }, [value]);

  useDebounce(
    () => {
      if (text !== passedOn.current) {
        passedOn.current = text;
        onSearch(text);
      }
    },
    PATIENCE,
    [text],
  );

  return (
    <TextField
      fullWidth
      id="gitlab-tokens-search"
      variant="outlined"
      size="small"
      type="search"
      label={t('tokenFilter.search')}
      placeholder={t('tokenFilter.searchHint')}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ maxLength: 200, className: classes.input }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon aria-hidden fontSize="small" />
          </InputAdornment>
        ),
      }}
    />
  );
}
