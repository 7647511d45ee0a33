import PrimaryDisplayGrid from 'lst/primaryDisplayGrid';
import { createElement } from 'lwc';
import RecordHome from 'one/recordHomeFlexipage2';

const { record, rows, columns, renderMode, root } = JSON.parse(document.getElementById('data').textContent);
const host = document.querySelector('.windowViewMode-normal.active');
const options = { mode: root };
if (record) {
  const home = createElement('one-record-home-flexipage2', { is: RecordHome, ...options });
  home.record = record;
  host.append(home);
} else {
  const grid = createElement('lst-primary-display-grid', { is: PrimaryDisplayGrid, ...options });
  Object.assign(grid, { rows, columns, renderMode });
  host.append(grid);
}
