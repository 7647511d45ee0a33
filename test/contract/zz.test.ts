import { it } from 'vitest';
import { parseTime } from '/work/main/src/contract/time.ts';
const L='en-US en-GB de-DE fr-FR es-ES it-IT pt-BR nl-NL el-GR ru-RU ro-RO ja-JP ar-EG sv-SE da-DK fi-FI nb-NO pl-PL cs-CZ hu-HU tr-TR ko-KR zh-CN zh-TW th-TH hi-IN fr-CA en-CA en-AU en-IN es-MX id-ID vi-VN uk-UA he-IL fa-IR hr-HR bg-BG ar-SA lv-LV lt-LT sl-SI'.split(' ');
it('x',()=>{
 const zone='Europe/Athens', now=Date.UTC(2026,5,15,9,30);
 for(const l of L){ let ok=0,un=0,bad=0; const ex:string[]=[]; 
  for(let i=0;i<30;i++){ const t=Date.UTC(2026,5,14)-i*37*864e5/3-((i*7919)%1440)*6e4; const at=Math.floor(t/6e4)*6e4;
   for(const o of [{dateStyle:'medium',timeStyle:'short'},{dateStyle:'long'},{dateStyle:'short',timeStyle:'short'},{dateStyle:'full'},{weekday:'short',day:'numeric',month:'short'}] as Intl.DateTimeFormatOptions[]){
    const s=new Intl.DateTimeFormat(l,{...o,timeZone:zone}).format(at);
    const p=parseTime(s,{now,zone,locales:[l,'en']});
    if('why' in p){un++; if(ex.length<3)ex.push('?'+s)} else { const m=p.moment; const good= o.timeStyle? m===at : typeof m!=='number'&&m[0]<=at&&at<m[1]&&m[1]-m[0]<=25*36e5; if(good)ok++; else {bad++; if(bad<4)ex.unshift('BAD '+s+' → '+JSON.stringify(m)+' '+new Date(typeof m==='number'?m:m[0]).toISOString())}}
   }}
  console.log(l,ok,un,bad,ex.join(' | '));
 }
});
