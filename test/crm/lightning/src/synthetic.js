import '@lwc/synthetic-shadow';
import './page.js';
