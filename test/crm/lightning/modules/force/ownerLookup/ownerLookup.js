import { api, LightningElement } from 'lwc';

/** The first field that went native on its own: on a mixed page this component has a real root. */
export default class OwnerLookup extends LightningElement {
  static shadowSupportMode = globalThis.ownerMode;
  @api value;
  @api href;
}
