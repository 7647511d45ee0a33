import { api, LightningElement } from 'lwc';

/** One field of a record layout, with the value component that its type has. */
export default class RecordLayoutItem extends LightningElement {
  @api field;
  @api fieldLabel;
  get target() {
    return `sfdc:RecordField.${this.field.object}.${this.field.name}`;
  }
  get isCurrency() {
    return this.field.type === 'currency';
  }
  get isPercent() {
    return this.field.type === 'percent';
  }
  get isLookup() {
    return this.field.type === 'lookup';
  }
  get isOwner() {
    return this.field.type === 'owner';
  }
  get isStamp() {
    return this.field.type === 'stamp';
  }
  get isText() {
    return !['currency', 'percent', 'lookup', 'owner', 'stamp'].includes(this.field.type);
  }
}
