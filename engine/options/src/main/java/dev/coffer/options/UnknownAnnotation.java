package dev.coffer.options;

import javax.lang.model.element.Element;

/** An annotation says something that there is no code for. */
final class UnknownAnnotation extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Element element;

    UnknownAnnotation(String text, Element element) {
        super(text);
        this.element = element;
    }

    Element element() {
        return element;
    }
}
