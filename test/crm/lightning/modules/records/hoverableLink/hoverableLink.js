import { api, LightningElement } from 'lwc';

export default class HoverableLink extends LightningElement {
  @api value;
  @api href;
  get preview() {
    return `Open ${this.value} Preview`;
  }
}
