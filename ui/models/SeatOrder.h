#pragma once

#include <QSortFilterProxyModel>

#include <cstdint>

namespace tutti::ui {

/// The rows of a SeatModel in seat order, or with those first who need the teacher. Notes move nobody.
/// Thread: the GUI thread.
class SeatOrder final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class By : std::uint8_t { Seat, Trouble };

    explicit SeatOrder(QObject* parent = nullptr);

    void orderBy(By by);
    By order() const { return m_by; }
    /// The first row, from the top, whose name or animal begins with the words, else one that has them inside; -1 for none.
    int rowMatching(const QString& words) const;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    By m_by = By::Seat;
};

} // namespace tutti::ui
