import app from './app.json';
import exports from './exports.json';
import figures from './figures.json';
import format from './format.json';
import labels from './labels.json';
import mines from './mines.json';
import shell from './shell.json';
import ui from './ui.json';

export const en = { app, exports, figures, format, labels, mines, shell, ui };
