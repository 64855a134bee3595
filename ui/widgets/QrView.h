#pragma once

#include <QImage>
#include <QWidget>

namespace tutti::ui {

/// A QR code as large as it fits, always black on white with its quiet zone, so that cameras read it in a dark theme too.
class QrView final : public QWidget {
    Q_OBJECT

public:
    explicit QrView(QWidget* parent = nullptr);

    void setText(const QString& text);
    const QString& text() const { return m_text; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QImage m_modules;
};

/// One pixel a module, without quiet zone; null for an empty text. Source: libqrcodegen, error correction medium.
QImage qrModules(const QString& text);

} // namespace tutti::ui
