import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './styles/ide.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { styleWithNonce } from './nonce.js';
import { workers } from './workers.js';

styleWithNonce();
workers();
const page = document.querySelector('#page');
if (page) createRoot(page).render(<App />);
