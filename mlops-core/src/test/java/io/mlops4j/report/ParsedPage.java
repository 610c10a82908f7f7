package io.mlops4j.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page as a strict parser sees it: an element that is not closed or a sign that is not escaped is refused. */
final class ParsedPage {

    private final List<Element> elements = new ArrayList<>();

    ParsedPage(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
        } catch (Exception e) {
            throw new AssertionError("The page is not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> all(String element) {
        return elements.stream()
                .filter(found -> found.getTagName().equals(element))
                .toList();
    }

    Set<String> elementNames() {
        Set<String> names = new TreeSet<>();
        elements.forEach(element -> names.add(element.getTagName()));
        return names;
    }

    List<Attr> attributes() {
        List<Attr> attributes = new ArrayList<>();
        for (Element element : elements) {
            NamedNodeMap all = element.getAttributes();
            for (int i = 0; i < all.getLength(); i++) {
                attributes.add((Attr) all.item(i));
            }
        }
        return attributes;
    }

    Set<String> attributeNames() {
        Set<String> names = new TreeSet<>();
        attributes().forEach(attribute -> names.add(attribute.getName()));
        return names;
    }

    /** The text of everything that a spreadsheet would take for a cell. */
    List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (Element element : elements) {
            if (Set.of("td", "th").contains(element.getTagName())) {
                cells.add(element.getTextContent());
            }
        }
        return cells;
    }

    /** Titles and texts. */
    String text() {
        return elements.get(0).getTextContent();
    }

    List<String> ids() {
        return attributes().stream()
                .filter(attribute -> attribute.getName().equals("id"))
                .map(Attr::getValue)
                .toList();
    }
}
