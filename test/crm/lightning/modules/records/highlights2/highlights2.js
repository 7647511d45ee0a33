import { api, LightningElement } from 'lwc';

export default class Highlights extends LightningElement {
  @api record;
}
