import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import { App } from './app.js';
import './styles/tokens.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/weather.css';
import './styles/live.css';
import './styles/map.css';
import './styles/pipeline.css';
import './styles/alerts.css';

const page = document.getElementById('page');
if (page) render(<App />, page);
