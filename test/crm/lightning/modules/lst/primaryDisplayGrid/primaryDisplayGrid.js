import { api, LightningElement } from 'lwc';

/** A list view's table. */
export default class PrimaryDisplayGrid extends LightningElement {
  @api rows;
  @api columns;
  @api renderMode;
  renderConfig = { virtualize: 'vertical' };
}
