package dev.coffer.options;

import javax.lang.model.element.Element;

/** An annotation says something that there is no code for. */
final class UnknownAnnotation extends Exception {

    private static final long serialVersionUID = 1;

    private final String text;
    private final transient Element element;

    UnknownAnnotation(String text, Element element) {
        super(text);
        this.text = text;
        this.element = element;
    }

    String text() {
        return text;
    }

    Element element() {
        return element;
    }
}
