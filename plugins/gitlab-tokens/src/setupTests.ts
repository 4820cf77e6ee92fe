import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A second is not enough on a machine that does other things, too.
configure({ asyncUtilTimeout: 10_000 });
