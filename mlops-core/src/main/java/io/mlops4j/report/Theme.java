package io.mlops4j.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * How pages look, in the light and in the dark. Pictures are coloured by classes alone, so the one style sheet is all that the
 * content policy has to allow. No meaning is in a colour alone: every state has a word or a shape, too.
 */
final class Theme {

    private static final String COLOURS = """
            :root{color-scheme:light dark;
            --page:#f5f6f8;--card:#ffffff;--text:#1b2027;--muted:#59636f;--line:#d9dee5;--soft:#eef1f5;
            --accent:#2563c9;--tint:#2563c914;--reference:#8b95a3;--good:#17703f;--goodtint:#17703f14;
            --bad:#bd2c24;--badtint:#bd2c2414;--warn:#8a5a00;--warntint:#8a5a0014;
            --c0:#2563c9;--c1:#c2570c;--c2:#15803d;--c3:#8043b8;--c4:#b8336a;--c5:#4f6272}
            @media (prefers-color-scheme:dark){:root{
            --page:#0e1217;--card:#171d25;--text:#e7ebf0;--muted:#9ba7b4;--line:#303a46;--soft:#1f2731;
            --accent:#6ea8ff;--tint:#6ea8ff1f;--reference:#7f8b99;--good:#55c98b;--goodtint:#55c98b1f;
            --bad:#ff8078;--badtint:#ff80781f;--warn:#e3b04f;--warntint:#e3b04f1f;
            --c0:#6ea8ff;--c1:#ff9a52;--c2:#4fc77f;--c3:#c497f5;--c4:#ff82ae;--c5:#a3b4c4}}
            """;

    private static final String LAYOUT = """
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
            body{margin:0;background:var(--page);color:var(--text);line-height:1.5;
            font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
            main,header.top,footer{max-width:1140px;margin:0 auto;padding:0 24px}
            header.top{padding-top:36px}
            .eyebrow{margin:0;color:var(--muted);font-size:13px;font-weight:600;letter-spacing:.04em;text-transform:uppercase}
            h1{margin:2px 0 8px;font-size:30px;line-height:1.2;overflow-wrap:anywhere}
            h2{margin:44px 0 6px;font-size:20px;line-height:1.3}
            h3{margin:0 0 2px;font-size:15px;line-height:1.35;overflow-wrap:anywhere}
            p{margin:4px 0 12px;max-width:76ch;overflow-wrap:anywhere}
            p.note,figcaption p{color:var(--muted);font-size:13.5px}
            ul.facts{list-style:none;display:flex;flex-wrap:wrap;gap:4px 22px;margin:10px 0 0;padding:0;color:var(--muted)}
            ul.facts li{min-width:0;overflow-wrap:anywhere}
            ul.facts b{color:var(--text);font-weight:600}
            nav{margin:20px 0 0;padding:8px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
            nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;margin:0;padding:0}
            a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
            a:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            footer{margin-top:48px;padding-top:14px;padding-bottom:40px;color:var(--muted);font-size:13px}
            footer p{border-top:1px solid var(--line);padding-top:14px;max-width:none}
            code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em;
            overflow-wrap:anywhere}
            .pairs{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px;margin:12px 0}
            .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:16px;margin:12px 0}
            .wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,480px),1fr))}
            figure,.card{margin:0;padding:14px 16px;background:var(--card);border:1px solid var(--line);border-radius:10px;min-width:0}
            .card+.card,figure+.card,.card+figure,.grid+.card,.card+.grid{margin-top:16px}
            figcaption{margin-bottom:8px}figcaption p{margin:0}
            .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,165px),1fr));gap:12px;margin:12px 0}
            .tile{padding:12px 16px;background:var(--card);border:1px solid var(--line);border-radius:10px;min-width:0}
            .tile p{margin:0;color:var(--muted);font-size:13px;overflow-wrap:anywhere}
            .tile .big{color:var(--text);font-size:25px;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
            .tile .big.word{font-size:19px;line-height:1.7}
            .badge{display:inline-block;padding:1px 10px;border:1px solid;border-radius:99px;font-size:13px;font-weight:600;
            white-space:nowrap}
            .badge.good{color:var(--good);background:var(--goodtint)}
            .badge.bad{color:var(--bad);background:var(--badtint)}
            .badge.warn{color:var(--warn);background:var(--warntint)}
            .badge.unknown{color:var(--muted);border-style:dashed}
            .badge.plain{color:var(--accent);background:var(--tint)}
            .callout{margin:14px 0;padding:10px 16px;background:var(--card);border:1px solid var(--line);border-left:4px solid;
            border-radius:8px}
            .callout.bad{border-left-color:var(--bad)}.callout.warn{border-left-color:var(--warn)}
            .callout.good{border-left-color:var(--good)}.callout.unknown{border-left:4px dashed var(--muted)}
            .callout p{margin:2px 0}.callout ul{margin:4px 0;padding-left:20px}.callout li{overflow-wrap:anywhere}
            .chips{display:flex;flex-wrap:wrap;gap:2px 14px;list-style:none;margin:6px 0 0;padding:0;font-size:13px;color:var(--muted)}
            .chips li{display:flex;align-items:center;gap:6px;min-width:0;overflow-wrap:anywhere}
            .chips svg{flex:none}
            """;

    private static final String TABLES = """
            .scroll{overflow-x:auto;margin:0 -16px;padding:0 16px}
            .card>.scroll:only-child{margin:-6px -16px}
            table{border-collapse:collapse;width:100%;font-size:13.5px;font-variant-numeric:tabular-nums}
            caption{text-align:left;color:var(--muted);padding:6px 0}
            th,td{padding:6px 12px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
            th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
            tbody tr:last-child>*{border-bottom:0}
            thead th{color:var(--muted);font-weight:600;white-space:nowrap}
            tbody th{font-weight:600}td.line time,th.line time{white-space:nowrap}
            .n{text-align:right;white-space:nowrap}
            td.text{min-width:190px;max-width:46ch;overflow-wrap:anywhere}
            td.line,th.line{white-space:nowrap}
            .muted{color:var(--muted)}
            table.heat{width:auto}
            table.heat td{text-align:center;border:2px solid var(--card);min-width:52px;padding:7px 6px}
            table.heat th{border:0;padding:6px 10px 6px 0}
            table.heat thead th{text-align:center;padding:4px 6px;white-space:normal;vertical-align:bottom}
            table.heat thead th:first-child{text-align:left;white-space:normal;min-width:70px;font-weight:400;font-size:12px;padding-left:0}
            table.heat td.own{outline:2px solid var(--text);outline-offset:-3px}
            table.heat small{display:block;color:var(--text);opacity:.8}
            .h0{background:var(--soft)}
            .h1{background:color-mix(in srgb,var(--accent) 8%,var(--card))}
            .h2{background:color-mix(in srgb,var(--accent) 14%,var(--card))}
            .h3{background:color-mix(in srgb,var(--accent) 20%,var(--card))}
            .h4{background:color-mix(in srgb,var(--accent) 27%,var(--card))}
            .h5{background:color-mix(in srgb,var(--accent) 34%,var(--card))}
            .h6{background:color-mix(in srgb,var(--accent) 42%,var(--card))}
            .hu{border-style:dashed!important;border-color:var(--line)!important;color:var(--muted)}
            details{margin-top:16px}summary{cursor:pointer;color:var(--accent)}
            """;

    private static final String PICTURES = """
            svg{display:block;max-width:100%;height:auto;margin:0 auto;overflow:visible}
            svg.fluid{width:100%;max-width:none}
            svg svg{margin:0;max-width:none}
            svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;fill:var(--text);
            font-variant-numeric:tabular-nums;unicode-bidi:isolate}
            svg .small{font-size:11px;fill:var(--muted)}svg .strong{font-weight:650}
            .axis{stroke:var(--muted);stroke-width:1}.gridline{stroke:var(--line);stroke-width:1}
            .diagonal{stroke:var(--muted);stroke-width:1;stroke-dasharray:4 4}
            .track{fill:var(--soft)}
            .bar{fill:var(--accent)}.bar.other{fill:var(--reference)}
            .bar.missing{fill:none;stroke:var(--warn);stroke-width:1.5;stroke-dasharray:3 2}
            .ref{fill:var(--soft);stroke:var(--reference);stroke-width:1.2}.cur{fill:var(--accent)}
            .whisker{stroke:var(--accent);stroke-width:2}.cap{stroke:var(--accent);stroke-width:2}
            .dot{fill:var(--accent);stroke:var(--card);stroke-width:1.5}
            .dot.few{fill:var(--card);stroke:var(--accent)}
            .dot.alert{fill:var(--bad);stroke:var(--card)}
            .dot.bare{fill-opacity:.55;stroke:none}
            .path{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}
            .area{fill:var(--tint);stroke:none}
            .event{stroke:var(--muted);stroke-width:1.2;stroke-dasharray:2 3}
            .s0{stroke:var(--c0)}.s1{stroke:var(--c1);stroke-dasharray:7 3}.s2{stroke:var(--c2);stroke-dasharray:2 4}
            .s3{stroke:var(--c3);stroke-dasharray:9 3 2 3}.s4{stroke:var(--c4);stroke-dasharray:4 3}.s5{stroke:var(--c5);stroke-dasharray:1 3}
            .k0{fill:var(--c0)}.k1{fill:var(--c1)}.k2{fill:var(--c2)}.k3{fill:var(--c3)}.k4{fill:var(--c4)}.k5{fill:var(--c5)}
            .v0,.v1,.v2,.v3,.v4,.v5{fill-opacity:.2;stroke-width:1.4}
            .v0{fill:var(--c0);stroke:var(--c0)}.v1{fill:var(--c1);stroke:var(--c1)}.v2{fill:var(--c2);stroke:var(--c2)}
            .v3{fill:var(--c3);stroke:var(--c3)}.v4{fill:var(--c4);stroke:var(--c4)}.v5{fill:var(--c5);stroke:var(--c5)}
            .d1{fill-opacity:.15}.d2{fill-opacity:.3}.d3{fill-opacity:.5}.d4{fill-opacity:.72}.d5{fill-opacity:.95}
            """;

    private static final String ELSEWHERE = """
            @media (max-width:600px){
            main,header.top,footer{padding-left:12px;padding-right:12px}
            header.top{padding-top:20px}h1{font-size:24px}h2{margin-top:34px}
            .pairs{grid-template-columns:minmax(0,1fr)}
            figure,.card{padding:12px 14px}.scroll{margin:0 -14px;padding:0 14px}.card>.scroll:only-child{margin:-6px -14px}
            .tiles{grid-template-columns:repeat(2,minmax(0,1fr));gap:8px}.tile{padding:10px 12px}.tile .big{font-size:21px}
            td.text{min-width:200px}th,td{padding-left:8px;padding-right:8px}}
            @media print{
            body{font-size:12px;--page:#fff}
            nav{display:none}header.top{padding-top:0}
            main,header.top,footer{max-width:none;padding-left:0;padding-right:0}
            figure,.card,.tile,.callout,tr{break-inside:avoid}h2,h3,caption{break-after:avoid}
            .scroll{overflow:visible}details::details-content{content-visibility:visible;block-size:auto}}
            """;

    private static final String SHEET = COLOURS + LAYOUT + TABLES + PICTURES + ELSEWHERE;

    private Theme() {}

    static String sheet() {
        return SHEET;
    }

    /** Nothing is allowed but this style sheet, known by its hash: no script, no picture, no font, no form, no request. */
    static String policy() {
        return "default-src 'none'; style-src 'sha256-" + hash(SHEET) + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
