import { api, LightningElement } from 'lwc';

/** The home of one record: highlights, path, details. */
export default class RecordHome extends LightningElement {
  @api record;
}
