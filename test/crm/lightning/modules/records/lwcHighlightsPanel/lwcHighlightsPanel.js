import { api, LightningElement } from 'lwc';

export default class HighlightsPanel extends LightningElement {
  @api record;
}
